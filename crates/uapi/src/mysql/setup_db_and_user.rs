//! `Mysql::setup_db_and_user`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Creates a randomly named database with a user.
#[derive(Input)]
pub struct Params {
    /// Letters and digits, 6 at most; longer means less randomness.
    pub prefix: Option<String>,
}

/// What `setup_db_and_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The database.
    pub database: String,
    /// The database user.
    pub database_user: String,
    /// The database user password.
    pub database_user_password: String,
    /// The hostname.
    pub hostname: String,
    /// The port.
    pub port: String,
}

/// See [`Params`].
pub struct SetupDbAndUser;

impl Function for SetupDbAndUser {
    const NAME: &'static str = "setup_db_and_user";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
