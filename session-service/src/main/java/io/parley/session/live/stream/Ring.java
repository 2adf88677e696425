package io.parley.session.live.stream;

import java.util.ArrayList;
import java.util.List;

/** The latest news, once for all who read them; who is slower than they come in has lost them. */
public final class Ring {

    private static final int SIZE = 8192;

    private final News[] news = new News[SIZE];
    private long end;

    synchronized void add(News one) {
        news[(int) (end++ % SIZE)] = one;
    }

    synchronized long end() {
        return end;
    }

    /** Those from this one on, at most so many; null where some are lost. */
    synchronized List<News> from(long start, int most) {
        if (end - start > SIZE) {
            return null;
        }
        var some = new ArrayList<News>();
        for (long i = start; i < end && some.size() < most; i++) {
            some.add(news[(int) (i % SIZE)]);
        }
        return some;
    }
}
