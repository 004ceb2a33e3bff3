//! `Email::list_lists`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists mailing lists.
#[derive(Input)]
pub struct Params {
    /// The domain: all where absent.
    pub domain: Option<DomainName>,
    /// Perl-style pattern that filters.
    pub regex: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The accesstype.
    pub accesstype: Accesstype,
    /// The advertised flag: 0 or 1.
    pub advertised: Flag,
    /// The archive private flag: 0 or 1.
    pub archive_private: Flag,
    /// The desthost.
    pub desthost: String,
    /// The diskused.
    pub diskused: i64,
    /// The humandiskused.
    pub humandiskused: String,
    /// The list.
    pub list: String,
    /// The listadmin.
    pub listadmin: String,
    /// The listid.
    pub listid: String,
    /// The subscribe policy.
    pub subscribe_policy: SubscribePolicy,
}

/// What `accesstype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Accesstype {
    /// `private`.
    #[word("private")]
    Private,
    /// `public`.
    #[word("public")]
    Public,
}

/// What `subscribe_policy` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SubscribePolicy {
    /// `1`.
    #[word("1")]
    Number1,
    /// `2`.
    #[word("2")]
    Number2,
    /// `3`.
    #[word("3")]
    Number3,
}

/// See [`Params`].
pub struct ListLists;

impl Function for ListLists {
    const NAME: &'static str = "list_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
