//! What each new home has, on a real machine and in the sandbox.

/// Its folders, with their modes. The web server's group may read that of sites.
pub const FOLDERS: [(&str, u32); 5] =
    [(SITES, 0o750), ("mail", 0o750), ("etc", 0o750), ("logs", 0o700), ("tmp", 0o700)];

/// The folder of the main site.
pub const SITES: &str = "public_html";

/// The first page of that site.
pub const PAGE: &str = "index.html";

/// What the page holds.
pub const WELCOME: &[u8] = b"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
    <title>It works</title>\n<h1>It works</h1>\n\
    <p>This page is <code>public_html/index.html</code>. Put your own in its place.</p>\n</html>\n";
