console.log('notice');
