package io.parley.rest.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.parley.rest.problem.PlainProblem;
import io.parley.rest.problem.Problem;

/** A body that is read up to its limit. */
class MeasuredBody extends FilterInputStream {

    private final long most;
    private long read;

    MeasuredBody(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int some = super.read(into, at, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw Problem.of(PlainProblem.REQUEST_TOO_LARGE);
        }
    }

    /** What is too long is not read to its end either. */
    @Override
    public void close() throws IOException {
        if (read <= most) {
            super.close();
        }
    }
}
