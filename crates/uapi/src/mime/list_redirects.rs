//! `Mime::list_redirects`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The destination.
    pub destination: Option<String>,
    /// The regex.
    pub regex: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The destination.
    pub destination: String,
    /// The displaydomain.
    pub displaydomain: Displaydomain,
    /// The displaysourceurl.
    pub displaysourceurl: String,
    /// The document root.
    pub docroot: String,
    /// The domain.
    pub domain: String,
    /// The kind.
    pub kind: Kind,
    /// The matchwww flag: 0 or 1.
    pub matchwww: Flag,
    /// The matchwww text.
    pub matchwww_text: MatchwwwText,
    /// The opts.
    pub opts: String,
    /// The source.
    pub source: String,
    /// The sourceurl.
    pub sourceurl: String,
    /// The statuscode.
    pub statuscode: String,
    /// The targeturl.
    pub targeturl: String,
    /// The type.
    #[param(name = "type")]
    pub other_kind: Type,
    /// The urldomain.
    pub urldomain: String,
    /// The wildcard flag: 0 or 1.
    pub wildcard: Flag,
    /// The wildcard text.
    pub wildcard_text: WildcardText,
}

/// What `displaydomain` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Displaydomain {
    /// `ALL`.
    #[word("ALL")]
    All,
}

/// What `kind` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Kind {
    /// `rewrite`.
    #[word("rewrite")]
    Rewrite,
    /// `redirect`.
    #[word("redirect")]
    Redirect,
    /// `redirectmatch`.
    #[word("redirectmatch")]
    Redirectmatch,
}

/// What `matchwww_text` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MatchwwwText {
    /// `checked`.
    #[word("checked")]
    Checked,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `permanent`.
    #[word("permanent")]
    Permanent,
    /// `temporary`.
    #[word("temporary")]
    Temporary,
}

/// What `wildcard_text` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum WildcardText {
    /// `checked`.
    #[word("checked")]
    Checked,
}

/// See [`Params`].
pub struct ListRedirects;

impl Function for ListRedirects {
    const NAME: &'static str = "list_redirects";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
