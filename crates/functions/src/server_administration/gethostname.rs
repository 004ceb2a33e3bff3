//! `gethostname`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result};

/// Gives the server's name.
#[derive(Debug, Input)]
pub struct Params {}

/// The name.
#[derive(Debug, Output)]
pub struct Reply {
    /// The server's full name.
    pub hostname: String,
}

/// See [`Params`].
pub struct GetHostname;

impl Function for GetHostname {
    const NAME: &'static str = "gethostname";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { hostname: cx.host.system.hostname()? })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn it_is_the_hosts_own() {
        let world =
            World::new().reseller("bob", &[Acl::BasicSystemInfo]).reseller("dora", &[Acl::Status]);
        assert_eq!(world.data("bob", "gethostname", &[])["hostname"], "host.example.test");
        assert_eq!(world.refusal("dora", "gethostname", &[]), "The gate refused.");
    }
}
