//! What lists of API 2 say of a domain's site.

use api::Output;
use functions::domain::domains::listing::Listed;

/// A domain with its folder.
#[derive(Debug, Output)]
pub struct Folder {
    /// The folder of the site, as a whole path.
    pub dir: String,
    /// The same, relative to the home.
    pub basedir: String,
    /// The same with `home:` before it.
    pub reldir: String,
    /// The URL that visitors are sent to, or `not redirected`.
    pub status: String,
}

/// Where the site lies, and where its visitors go.
pub fn folder(row: &Listed) -> Folder {
    Folder {
        dir: row.folder.clone(),
        basedir: row.below_home.clone(),
        reldir: format!("home:{}", row.below_home),
        status: row.redirect.clone().unwrap_or_else(|| "not redirected".to_owned()),
    }
}
