//! `Mysql::check_database`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Checks a database's tables for errors.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The message text.
    pub msg_text: String,
    /// The message type.
    pub msg_type: MsgType,
    /// The table.
    pub table: String,
}

/// What `msg_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MsgType {
    /// `status`.
    #[word("status")]
    Status,
    /// `error`.
    #[word("error")]
    Error,
    /// `info`.
    #[word("info")]
    Info,
    /// `note`.
    #[word("note")]
    Note,
    /// `warning`.
    #[word("warning")]
    Warning,
}

/// See [`Params`].
pub struct CheckDatabase;

impl Function for CheckDatabase {
    const NAME: &'static str = "check_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
