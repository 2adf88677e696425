package io.parley.session.room.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;

import io.parley.session.session.view.IfMatch;

/** How a document's bytes are answered: all of them, some, or none where the caller has them. */
record DocumentAnswer(DocumentRow document, ByteRange range, int status) {

    static DocumentAnswer of(DocumentRow document, HttpHeaders request) {
        var named = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (named != null) {
            IfMatch.valueOf(named).require(tag(document));
        }
        if (tag(document).equals(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return new DocumentAnswer(document, new ByteRange(0, -1), 304);
        }
        var unchanged = request.getHeaderString("If-Range");
        var wanted = unchanged == null || unchanged.equals(tag(document)) ? request.getHeaderString("Range") : null;
        return ByteRange.of(wanted, document.size)
                .map(range -> new DocumentAnswer(document, range, 206))
                .orElseGet(() -> new DocumentAnswer(document, ByteRange.whole(document.size), 200));
    }

    Map<String, List<String>> headers() {
        var headers = new HashMap<String, List<String>>();
        headers.put(HttpHeaders.ETAG, List.of(tag(document)));
        headers.put("Accept-Ranges", List.of("bytes"));
        if (status == 304) {
            return headers;
        }
        headers.put(HttpHeaders.CONTENT_TYPE, List.of(document.contentType));
        headers.put(HttpHeaders.CONTENT_LENGTH, List.of(Long.toString(range.length())));
        headers.put(HttpHeaders.CONTENT_DISPOSITION, List.of(FileName.attachment(document.name)));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("Content-Security-Policy", List.of("default-src 'none'; sandbox"));
        // Its size is that of what was sent: it must not be packed on the way.
        headers.put("Content-Encoding", List.of("identity"));
        if (status == 206) {
            headers.put("Content-Range", List.of("bytes " + range.first() + "-" + range.last() + "/" + document.size));
        }
        return headers;
    }

    /** The places of the pieces that hold the bytes. */
    List<Integer> pieces() {
        var places = new ArrayList<Integer>();
        for (long place = range.first() / Upload.PIECE; place * Upload.PIECE <= range.last(); place++) {
            places.add((int) place);
        }
        return places;
    }

    /** Where in the piece at this place the wanted bytes begin. */
    int from(int place) {
        return (int) Math.max(0, range.first() - (long) place * Upload.PIECE);
    }

    /** Where in the piece at this place the wanted bytes end, itself not wanted. */
    int to(int place, int length) {
        return (int) Math.min(length, range.last() + 1 - (long) place * Upload.PIECE);
    }

    private static String tag(DocumentRow document) {
        return "\"" + document.sha256 + "\"";
    }
}
