//! `systemloadavg`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result};

/// Gives the load averages as numbers.
#[derive(Debug, Input)]
pub struct Params {}

/// The load averages.
#[derive(Debug, Output)]
pub struct Reply {
    /// Over 15 minutes.
    pub fifteen: f64,
    /// Over 5 minutes.
    pub five: f64,
    /// Over 1 minute.
    pub one: f64,
}

/// See [`Params`].
pub struct SystemLoadAvg;

impl Function for SystemLoadAvg {
    const NAME: &'static str = "systemloadavg";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo, Acl::Status]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let [one, five, fifteen] = cx.host.system.load()?;
        Ok(Reply { fifteen, five, one })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_averages_are_numbers() {
        let world = World::new().reseller("bob", &[Acl::Status]);
        let data = world.data("bob", "systemloadavg", &[]);
        for key in ["one", "five", "fifteen"] {
            assert!(data[key].as_f64().unwrap() >= 0.0, "{key}");
        }
    }
}
