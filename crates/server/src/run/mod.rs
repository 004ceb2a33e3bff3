//! The life of the server process: first start, listeners, the reconciler, the end.
