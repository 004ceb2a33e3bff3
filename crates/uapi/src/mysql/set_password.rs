//! `Mysql::set_password`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, reply};

/// Sets a database user's password.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub password: Secret,
    /// The user.
    pub user: String,
}

/// What `set_password` answers.
#[derive(Output)]
pub struct Reply {
    /// The failures.
    pub failures: Vec<Failure>,
}

/// One item of `failures`.
#[derive(Output)]
pub struct Failure {
    /// The error.
    pub error: String,
    /// The host.
    pub host: String,
}

/// See [`Params`].
pub struct SetPassword;

impl Function for SetPassword {
    const NAME: &'static str = "set_password";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
