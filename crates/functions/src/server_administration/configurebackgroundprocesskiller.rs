//! `configurebackgroundprocesskiller`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Set which background processes are killed, and which users are trusted.
#[derive(Input)]
pub struct Params {
    /// The processes to kill: a process name. One or several.
    #[param(family)]
    pub processes_to_kill: Vec<String>,
    /// A user left alone; none given: applies to every user. One or several.
    #[param(family)]
    pub trusted_users: Vec<String>,
}

/// See [`Params`].
pub struct Configurebackgroundprocesskiller;

impl Function for Configurebackgroundprocesskiller {
    const NAME: &'static str = "configurebackgroundprocesskiller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
