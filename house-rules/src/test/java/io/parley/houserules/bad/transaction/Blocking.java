package io.parley.houserules.bad.transaction;

import jakarta.transaction.Transactional;

class Blocking {
    @Transactional
    void work() {}
}
