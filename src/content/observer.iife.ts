console.debug('observer');
