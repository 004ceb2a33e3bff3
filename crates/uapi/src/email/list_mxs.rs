//! `Email::list_mxs`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists MX records by domain.
#[derive(Input)]
pub struct Params {
    /// The domain: all where absent.
    pub domain: Option<DomainName>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The alwaysaccept flag: 0 or 1.
    pub alwaysaccept: Flag,
    /// The detected.
    pub detected: Detected,
    /// The domain.
    pub domain: String,
    /// The entries.
    pub entries: Vec<Entry>,
    /// The local flag: 0 or 1.
    pub local: Flag,
    /// The MX.
    pub mx: String,
    /// The mxcheck.
    pub mxcheck: Mxcheck,
    /// The remote flag: 0 or 1.
    pub remote: Flag,
    /// The secondary flag: 0 or 1.
    pub secondary: Flag,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The statusmsg.
    pub statusmsg: String,
}

/// What `detected` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Detected {
    /// `auto`.
    #[word("auto")]
    Auto,
    /// `local`.
    #[word("local")]
    Local,
    /// `remote`.
    #[word("remote")]
    Remote,
    /// `secondary`.
    #[word("secondary")]
    Secondary,
}

/// One item of `entries`.
#[derive(Output)]
pub struct Entry {
    /// The domain.
    pub domain: String,
    /// The entrycount.
    pub entrycount: i64,
    /// The MX.
    pub mx: String,
    /// The priority.
    pub priority: i64,
    /// The row.
    pub row: Row,
}

/// What `row` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Row {
    /// `even`.
    #[word("even")]
    Even,
    /// `odd`.
    #[word("odd")]
    Odd,
}

/// What `mxcheck` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Mxcheck {
    /// `auto`.
    #[word("auto")]
    Auto,
    /// `local`.
    #[word("local")]
    Local,
    /// `remote`.
    #[word("remote")]
    Remote,
    /// `secondary`.
    #[word("secondary")]
    Secondary,
}

/// See [`Params`].
pub struct ListMxs;

impl Function for ListMxs {
    const NAME: &'static str = "list_mxs";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
