//! Where the privileged verbs of a real machine will live: a closed list of small acts, each checked
//! again on its own side, that a process with root's rights does for the server, which has none. There
//! is nothing here yet, and the sandbox needs nothing: its machine is a folder.
