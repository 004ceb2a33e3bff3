//! `ea4_tomcat85_list`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// List accounts with a private Tomcat 8.5 instance (guess from the name).
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Ea4Tomcat85List;

impl Function for Ea4Tomcat85List {
    const NAME: &'static str = "ea4_tomcat85_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Value>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
