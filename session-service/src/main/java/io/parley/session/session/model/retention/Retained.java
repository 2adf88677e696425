package io.parley.session.session.model.retention;

import java.util.Set;

import io.parley.session.session.model.Lifetime;

/** What an ended session leaves behind, in classes that are retained for different times. */
public enum Retained {
    /** Documents, chat, and what was filled in. */
    DOCUMENTS {
        @Override
        public Lifetime lifetime(Retention retention) {
            return retention.documents();
        }
    },

    /** Who the customer was, and what only they could show: contact, links, PIN, browsers, and others' labels. */
    CONTACTS {
        @Override
        public Lifetime lifetime(Retention retention) {
            return retention.contacts();
        }
    },

    /** The session itself; nothing stays but the event that says so. */
    SKELETON {
        @Override
        public Lifetime lifetime(Retention retention) {
            return retention.skeleton();
        }

        @Override
        public Set<Retained> withWhatIsPartOfIt() {
            return Set.of(values());
        }
    };

    public abstract Lifetime lifetime(Retention retention);

    public Set<Retained> withWhatIsPartOfIt() {
        return Set.of(this);
    }
}
