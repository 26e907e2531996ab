console.error('said in the console');
throw new Error('thrown by the script');
