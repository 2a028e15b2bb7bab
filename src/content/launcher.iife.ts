console.debug('launcher');
