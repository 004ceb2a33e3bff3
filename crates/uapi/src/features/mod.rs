//! The module `Features` of UAPI: a file a function.

pub mod get_feature_metadata;
pub mod has_feature;
pub mod has_features_like;
pub mod list_features;
pub mod list_features_like;

mod pattern;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Features",
    functions: &[
        Entry::of::<get_feature_metadata::GetFeatureMetadata>(),
        Entry::of::<has_feature::HasFeature>(),
        Entry::of::<has_features_like::HasFeaturesLike>(),
        Entry::of::<list_features::ListFeatures>(),
        Entry::of::<list_features_like::ListFeaturesLike>(),
    ],
};
