//! `loadavg`

use api::{Acl, Cx, Effect, Function, Input, Legacy, Needs, Output, Result};

/// Gives the load averages as texts, without anything around them.
#[derive(Debug, Input)]
pub struct Params {}

/// The load averages. Clients rely on the order of the keys.
#[derive(Debug, Output)]
pub struct Reply {
    /// Over 1 minute.
    pub one: String,
    /// Over 5 minutes.
    pub five: String,
    /// Over 15 minutes.
    pub fifteen: String,
}

/// See [`Params`].
pub struct LoadAvg;

impl Function for LoadAvg {
    const NAME: &'static str = "loadavg";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo, Acl::Status]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::LITERAL;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let [one, five, fifteen] = cx.host.system.load()?.map(|load| format!("{load:.2}"));
        Ok(Reply { one, five, fifteen })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_averages_are_texts_in_order() {
        let data = World::new().data("root", "loadavg", &[]);
        let keys: Vec<_> = data.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["one", "five", "fifteen"]);
        for text in data.as_object().unwrap().values() {
            let text = text.as_str().unwrap();
            assert!(
                text.parse::<f64>().unwrap() >= 0.0 && text.split('.').nth(1).unwrap().len() == 2
            );
        }
    }
}
