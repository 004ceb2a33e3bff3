//! Where visitors of a site are sent on.

use serde::{Deserialize, Serialize};

use crate::{DomainName, Flag, Record, UserName, Word};

/// A redirect of a path of a domain.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "redirects", key = "domain,path")]
pub struct Redirect {
    /// The domain.
    pub domain: DomainName,
    /// The path, with its leading slash.
    pub path: String,
    /// The account.
    pub account: UserName,
    /// The URL that visitors are sent to.
    pub target: String,
    /// For how long.
    pub kind: RedirectKind,
    /// Whether what is below the path is sent on too, to the same place below the target.
    pub wildcard: Flag,
    /// With which of the domain's two names.
    pub www: WwwRule,
}

/// For how long a redirect is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word, Serialize, Deserialize)]
pub enum RedirectKind {
    /// For good: status 301.
    #[word("permanent")]
    Permanent,
    /// For now: status 302.
    #[word("temporary")]
    Temporary,
}

/// With which of a domain's two names a redirect is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word, Serialize, Deserialize)]
pub enum WwwRule {
    /// With `www.` before it or without.
    #[word("either")]
    Either,
    /// Only with `www.` before it.
    #[word("only")]
    Only,
    /// Only without.
    #[word("without")]
    Without,
}
