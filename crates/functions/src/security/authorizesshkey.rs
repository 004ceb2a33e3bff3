//! `authorizesshkey`

use api::{Cx, Effect, Flag, Function, Input, Multiline, Needs, Output, Result, reply};

/// Authorizes or deauthorizes a public SSH key for root.
#[derive(Input)]
pub struct Params {
    /// The authorize flag: 0 or 1.
    pub authorize: Flag,
    /// File in `/root/.ssh`; ignored when text is given.
    pub file: String,
    /// Public key text; wins over file.
    pub text: Multiline,
    /// Comma-separated `authorized_keys` options; default none.
    pub options: Option<String>,
}

/// What `authorizesshkey` answers.
#[derive(Output)]
pub struct Reply {
    /// The authorized flag: 0 or 1.
    pub authorized: Flag,
    /// The file.
    pub file: String,
}

/// See [`Params`].
pub struct Authorizesshkey;

impl Function for Authorizesshkey {
    const NAME: &'static str = "authorizesshkey";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
