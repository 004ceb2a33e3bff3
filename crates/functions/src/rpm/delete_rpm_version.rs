//! `delete_rpm_version`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Remove an entry from the local rpm.versions data.
#[derive(Input)]
pub struct Params {
    /// The target, e.g. 3rdparty.
    pub key: String,
    /// Section of rpm.versions, e.g. `rpm_groups`.
    pub section: String,
    /// The package, e.g. cpanel-pcre.
    pub value: String,
}

/// What `delete_rpm_version` answers.
#[derive(Output)]
pub struct Reply {
    /// The status flag: 0 or 1.
    pub status: Flag,
}

/// See [`Params`].
pub struct DeleteRpmVersion;

impl Function for DeleteRpmVersion {
    const NAME: &'static str = "delete_rpm_version";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
