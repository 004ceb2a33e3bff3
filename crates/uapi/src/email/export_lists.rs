//! `Email::export_lists`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Exports the mailing lists to a CSV file.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ExportLists;

impl Function for ExportLists {
    const NAME: &'static str = "export_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
