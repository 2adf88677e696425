package io.parley.houserules.bad.names;

class SessionManager {}
