using Amazon.CDK.AWS.Lambda;
using Headroom.Infrastructure;
using Headroom.Infrastructure.Publishing;

// The CDK CLI starts this and says in CDK_OUTDIR where the cloud assembly goes.
var sources = NotifierSources.InRepository();
var published = NotifierPublisher.Publish(sources, Architecture.X86_64);
InfraApp.Create(NotifierAsset.Code(sources, Architecture.X86_64, published)).Synth();
