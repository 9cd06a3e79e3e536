// Asks the run, every second, whether there is a newer page, and shows it. Where nobody answers any
// more, the run is over, and the page says so.
const running = document.getElementById('running');
const shown = '"' + running.dataset.version + '"';

async function look() {
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    if (answer.headers.get('ETag') === shown) {
      setTimeout(look, 1000);
    } else {
      location.reload();
    }
  } catch {
    running.textContent = 'The run is over. Its report is in its folder.';
  }
}

setTimeout(look, 1000);
