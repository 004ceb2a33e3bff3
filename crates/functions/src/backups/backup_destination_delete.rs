//! `backup_destination_delete`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Remove a backup destination.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct BackupDestinationDelete;

impl Function for BackupDestinationDelete {
    const NAME: &'static str = "backup_destination_delete";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
