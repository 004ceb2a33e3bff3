//! `Mysql::list_users`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists database users and their databases.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The databases.
    pub databases: Vec<String>,
    /// The shortuser.
    pub shortuser: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
