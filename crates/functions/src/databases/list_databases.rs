//! `list_databases`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// List all databases with owner and engine.
#[derive(Input)]
pub struct Params;

/// What `list_databases` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The cPanel user.
    pub cpuser: String,
    /// The engine.
    pub engine: Engine,
    /// The name.
    pub name: String,
}

/// What `engine` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Engine {
    /// `mysql`.
    #[word("mysql")]
    Mysql,
    /// `postgresql`.
    #[word("postgresql")]
    Postgresql,
}

/// See [`Params`].
pub struct ListDatabases;

impl Function for ListDatabases {
    const NAME: &'static str = "list_databases";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::MysqlInfo]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
