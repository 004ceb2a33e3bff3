//! `get_rpm_version_data`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// Return a section, or one key, of the rpm.versions data.
#[derive(Input)]
pub struct Params {
    /// The section: e.g. `rpm_groups`.
    pub section: String,
    /// E.g. 3rdparty; without it all keys of the section.
    pub key: Option<String>,
}

/// See [`Params`].
pub struct GetRpmVersionData;

impl Function for GetRpmVersionData {
    const NAME: &'static str = "get_rpm_version_data";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Value>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
