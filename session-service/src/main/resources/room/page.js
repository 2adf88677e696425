// The page that a link opens: the entrance, the room, or why there is neither.

import { knock, Refused } from './api.js';
import { showEntrance } from './entrance.js';
import { showRefusal } from './refusal.js';
import { startScreen } from './texts.js';

async function start() {
  if (startScreen !== 'invite') return; // the page says all that there is to say
  if (!navigator.cookieEnabled) {
    // The room would be bound to a browser that it could never know again.
    showRefusal(new Refused(0, { type: 'no-cookies' }), start);
    return;
  }
  try {
    showEntrance(await knock());
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    showRefusal(refused, start);
  }
}

start();
