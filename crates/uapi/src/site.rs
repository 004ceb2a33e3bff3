//! What the lists of an account's domains say of each domain's site.

use api::{Account, Cx, Flag, Output, Result, records::DomainKind};
use functions::domain::domains::{
    listing::{self, Listed},
    pattern::Pattern,
};

/// A domain's site.
#[derive(Output)]
pub struct Site {
    /// The folder, as a whole path.
    pub dir: String,
    /// The same, relative to the home.
    pub basedir: String,
    /// The same with `home:` before it.
    pub reldir: String,
    /// The URL that visitors are sent to; empty where they are not.
    pub status: String,
    /// The names below the domain that the site has too.
    pub web_subdomain_aliases: Vec<String>,
    /// Whether visitors can be sent on to HTTPS.
    #[param(absent)]
    pub can_https_redirect: Option<Flag>,
    /// Whether they are.
    #[param(absent)]
    pub is_https_redirecting: Option<Flag>,
}

impl Site {
    /// The site of a listed domain.
    pub fn of(row: &Listed) -> Self {
        Self {
            dir: row.folder.clone(),
            basedir: row.below_home.clone(),
            reldir: format!("home:{}", row.below_home),
            status: row.redirect.clone().unwrap_or_default(),
            web_subdomain_aliases: row.labels.clone(),
            can_https_redirect: row.https.map(|https| https.possible),
            is_https_redirecting: row.https.map(|https| https.on),
        }
    }
}

/// The account's domains of one kind that the expression matches; with `https`, what becomes of
/// visitors without TLS.
pub fn listed(
    cx: &Cx<'_>,
    kind: DomainKind,
    regex: Option<&str>,
    https: Flag,
) -> Result<Vec<Listed>> {
    let pattern = Pattern::read("regex", regex)?;
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    listing::of(&*tx, https.0.then_some(&**cx.host), &account, kind, &pattern)
}
