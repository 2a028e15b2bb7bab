const next = new URLSearchParams(location.search).get('next');
const form = document.getElementById('sign-in');
if (next !== null) form?.setAttribute('action', `/demo/sign-in?next=${encodeURIComponent(next)}`);
