//! A function that is in no group, for the tests of what is made from the list.

use api::{
    Acl, Cx, Entry, Flag, Function, Group, Input, List, Needs, Output, Result, UserName, Word,
    function::Effect,
};

/// Its row.
pub(in crate::cli) const ENTRY: Entry = Entry::of::<Sample>();

/// A group of it alone.
pub(in crate::cli) const GROUP: Group = Group { title: "Samples", functions: &[ENTRY] };

struct Sample;

/// Lists samples.
#[derive(Input)]
struct Params {
    /// Whose.
    user: UserName,
    /// Of which kind.
    #[param(default = Kind::A)]
    kind: Kind,
    /// How many at the most.
    #[param(default = 5)]
    most: i64,
}

/// A kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
enum Kind {
    /// The first.
    #[word("a")]
    A,
    /// The second.
    #[word("b")]
    B,
}

/// The samples.
#[derive(Output)]
struct Reply {
    /// The accounts.
    acct: List<Row>,
}

/// A sample.
#[derive(Output)]
struct Row {
    /// Whether it is.
    suspended: Flag,
}

impl Function for Sample {
    const NAME: &'static str = "sample";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, params: Params) -> Result<Reply> {
        let suspended = Flag(params.kind == Kind::B && params.user.is_root() && params.most > 0);
        Ok(Reply { acct: vec![Row { suspended }].into() })
    }
}
