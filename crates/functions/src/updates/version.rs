//! `version`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

/// Gives the version of the product whose behaviour the API keeps to.
#[derive(Debug, Input)]
pub struct Params {}

/// The version.
#[derive(Debug, Output)]
pub struct Reply {
    /// The version, in four numbers parted by dots.
    pub version: &'static str,
}

/// See [`Params`].
pub struct Version;

impl Function for Version {
    const NAME: &'static str = "version";
    const NEEDS: Needs = Needs::Login;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { version: crate::COMPATIBLE_VERSION })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn it_is_four_numbers_for_whoever_asks() {
        let world = World::new().reseller("bob", &[]);
        let data = world.data("bob", "version", &[]);
        let parts: Vec<u32> = data["version"]
            .as_str()
            .unwrap()
            .split('.')
            .map(|part| part.parse().unwrap())
            .collect();
        assert_eq!((parts.len(), parts[0]), (4, 11));
    }
}
