//! Serving sites.
