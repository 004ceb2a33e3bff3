//! What the sites took in and gave out, read from the web server's logs of bytes.

use api::{DomainName, Error, Result};
use root::{Answer, Position, Verb};

use super::{Apache, refused};

/// What came and went since a position.
pub struct Traffic {
    /// Bytes by domain.
    pub domains: Vec<(DomainName, u64)>,
    /// The position up to which they are counted, as text. Whoever adds the bytes up keeps it with them,
    /// in one transaction: then nothing is counted twice or lost.
    pub position: String,
}

impl Apache {
    /// Counts what came and went since that position, or since the beginning where it is empty. What was
    /// before it is forgotten. A part is given at a time; there is no more where nothing is given.
    pub fn traffic(&self, since: &str) -> Result<Traffic> {
        let since: Position = match since {
            "" => Position::default(),
            text => serde_json::from_str(text).map_err(Error::internal)?,
        };
        match self.call(&Verb::Traffic(since))? {
            Answer::Traffic(sums, position) => {
                let domain = |name: &str| DomainName::of_site(name).ok();
                let known =
                    sums.into_iter().filter_map(|(name, n)| Some((domain(name.as_str())?, n)));
                let position = serde_json::to_string(&position).map_err(Error::internal)?;
                Ok(Traffic { domains: known.collect(), position })
            }
            _ => Err(refused::unfit()),
        }
    }
}
