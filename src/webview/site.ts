/** The script of every page of a site. Nothing on a page needs it to be read; each part starts where its markup is. */
document.documentElement.classList.add('js');
