//! The system's randomness.

use api::{Error, Result, ports::Random};

/// The system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        getrandom::fill(bytes).map_err(|cause| Error::internal(cause.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_fillings_differ() {
        let mut bytes = [[0; 32]; 2];
        for bytes in &mut bytes {
            SystemRandom.fill(bytes).unwrap();
        }
        assert_ne!(bytes[0], bytes[1]);
        assert_ne!(bytes[0], [0; 32]);
    }
}
