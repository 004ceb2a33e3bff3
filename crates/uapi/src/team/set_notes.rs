//! `Team::set_notes`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::set_notes`.
#[derive(Input)]
pub struct Params {
    /// The notes.
    pub notes: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct SetNotes;

impl Function for SetNotes {
    const NAME: &'static str = "set_notes";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
