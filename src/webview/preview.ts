/** The script that a preview adds to its pages: shows changes and findings. */
document.documentElement.classList.add('preview');
