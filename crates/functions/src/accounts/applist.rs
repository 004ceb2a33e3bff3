//! `applist`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

/// Lists the functions that the caller may call.
#[derive(Debug, Input)]
pub struct Params {}

/// The functions.
#[derive(Debug, Output)]
pub struct Reply {
    /// Their names, in alphabetical order.
    pub app: Vec<&'static str>,
}

/// See [`Params`].
pub struct AppList;

impl Function for AppList {
    const NAME: &'static str = "applist";
    const NEEDS: Needs = Needs::Login;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { app: cx.relay.callable() })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    #[test]
    fn the_list_is_the_callers_own() {
        let world = World::new().reseller("bob", &[Acl::AcctSummary]);
        let app = world.data("bob", "applist", &[])["app"].clone();
        let has = |name: &str| app.as_array().unwrap().contains(&Value::from(name));
        assert!(has("accountsummary") && has("applist") && !has("listaccts"));
        let all = world.data("root", "applist", &[])["app"].clone();
        assert!(all.as_array().unwrap().len() > app.as_array().unwrap().len());
    }
}
