//! What may be linked, as `deny.toml` says: licenses, sources, banned crates.

use crate::{Done, tools, workspace};

/// Checks the main workspace.
pub(crate) fn run() -> Done {
    let mut deny = tools::DENY.command()?;
    workspace::run(deny.args(["check", "bans", "licenses", "sources"]))
}
